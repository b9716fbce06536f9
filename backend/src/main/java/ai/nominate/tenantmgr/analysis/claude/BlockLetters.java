package ai.nominate.tenantmgr.analysis.claude;

import java.awt.Graphics2D;
import java.util.Map;

/** The letter c and the digits, drawn as squares on a grid of 5 by 7. */
final class BlockLetters {
    private static final int WIDTH = 5;
    private static final Map<Character, String> SHAPES = Map.ofEntries(
            Map.entry('c', ".....|.....|.####|#....|#....|#....|.####"),
            Map.entry('0', ".###.|#...#|#..##|#.#.#|##..#|#...#|.###."),
            Map.entry('1', "..#..|.##..|..#..|..#..|..#..|..#..|.###."),
            Map.entry('2', ".###.|#...#|....#|..##.|.#...|#....|#####"),
            Map.entry('3', ".###.|#...#|....#|..##.|....#|#...#|.###."),
            Map.entry('4', "...#.|..##.|.#.#.|#..#.|#####|...#.|...#."),
            Map.entry('5', "#####|#....|####.|....#|....#|#...#|.###."),
            Map.entry('6', ".###.|#....|#....|####.|#...#|#...#|.###."),
            Map.entry('7', "#####|....#|...#.|..#..|.#...|.#...|.#..."),
            Map.entry('8', ".###.|#...#|#...#|.###.|#...#|#...#|.###."),
            Map.entry('9', ".###.|#...#|#...#|.####|....#|....#|.###."));

    private BlockLetters() {}

    /** @param size of one square in pixels */
    static void write(Graphics2D pen, String text, int x, int y, int size) {
        for (int i = 0; i < text.length(); i++) {
            String[] lines = SHAPES.getOrDefault(text.charAt(i), "").split("\\|");
            for (int row = 0; row < lines.length; row++) {
                for (int column = 0; column < lines[row].length(); column++) {
                    if (lines[row].charAt(column) == '#') {
                        pen.fillRect(x + (i * (WIDTH + 1) + column) * size, y + row * size, size, size);
                    }
                }
            }
        }
    }
}
