package ai.nominate.tenantmgr.theme.scale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The places of a scale, from the lightest to the darkest. */
public enum Stop {
    S50(50, 0),
    S100(100, 0),
    S200(200, 0),
    S300(300, 0),
    S400(400, 0),
    S500(500, 0),
    S600(600, 3),
    S700(700, 4.5),
    S800(800, 7),
    S900(900, 7),
    S950(950, 7);

    private final int number;
    private final double floor;

    Stop(int number, double floor) {
        this.number = number;
        this.floor = floor;
    }

    @JsonCreator
    public static Stop of(String number) {
        return valueOf("S" + number);
    }

    public int number() {
        return number;
    }

    /** The contrast that a colour of this stop has on white at least; 0 where none is promised. */
    public double floor() {
        return floor;
    }

    @JsonValue
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
