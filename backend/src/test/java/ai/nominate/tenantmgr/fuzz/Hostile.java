package ai.nominate.tenantmgr.fuzz;

import java.util.List;
import java.util.Random;

/** Values sent by an attacker, or by a caller who ignores the contract. */
final class Hostile {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\n",
            "a\r\nX-Evil: 1",
            "\t",
            "\u202egnp.exe",
            "zero\u200bwidth",
            "\ufeffbom",
            "ｆｕｌｌ",
            "\u212aelvin",
            "ſ",
            "e\u0301",
            "Z" + "\u0335".repeat(500),
            "😀",
            "\ud83d",
            "\udc00\ud800",
            "٨٠٨٠",
            "' or '1'='1",
            "'; drop table tenant; --",
            "\" or \"\"=\"",
            "%' escape '!",
            "!_%",
            "1) union select password_hash from app_user --",
            "$(id)",
            "`id`",
            "a;id",
            "a|id",
            "a && id",
            "${jndi:ldap://localhost/x}",
            "#{1+1}",
            "{{7*7}}",
            "%n%s%x",
            "%i.service",
            "[Service]\nExecStartPre=+/bin/id",
            "a.com; location / { alias /etc/; } #",
            "a.com\nvictim.com",
            "~.*",
            "*.com",
            "_",
            "../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "..;/",
            "/etc/passwd",
            "//evil.invalid/",
            "\\\\evil\\share",
            "file:///etc/passwd",
            "--upload-pack=id",
            "-oProxyCommand=id",
            "ext::sh -c id",
            "https://user:word@host.invalid/x.git",
            "http://169.254.169.254/latest/",
            "http://0177.0.0.1/",
            "javascript:alert(1)",
            "<script>alert(1)</script>",
            "null",
            "undefined",
            "true",
            "NaN",
            "Infinity",
            "[]",
            "{}",
            "[object Object]",
            "1,2",
            "0",
            "-1",
            "-0",
            "1e3",
            "0x50",
            "1.5",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "1970-01-01T00:00:00Z",
            "9999999-99-99T99:99:99Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "-4713-01-01T00:00:00Z",
            "294277-01-01T00:00:00Z",
            "PT1H",
            "-PT1S",
            "P99999999999999D",
            "0 0 31 2 *",
            "00000000-0000-0000-0000-000000000000",
            "{00000000-0000-0000-0000-000000000000}",
            "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
            "------------------------------------",
            "a".repeat(256),
            "a-".repeat(2_000),
            "(".repeat(1_000),
            ".*.*.*.*=.*",
            "(a+)+$");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "1.5",
            "-0.0",
            "1e308",
            "1e99999",
            "-1e99999",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1" + "0".repeat(900));

    /** Valid header values: without line breaks and zero bytes, which HTTP cannot carry. */
    private static final List<String> HEADERS = List.of(
            "",
            " ",
            "*",
            "\"",
            "W/\"",
            "\"a\", \"b\"",
            "nonsense",
            "-1",
            "99999999999999999999",
            "٨٠",
            "é\u00ff\u0080",
            "' or '1'='1",
            "$(id)",
            "%00%0d%0a",
            "${jndi:ldap://localhost/x}",
            ",,,;;;===",
            "a".repeat(3_000));

    private Hostile() {}

    static String text(Random random) {
        return pick(TEXTS, random);
    }

    /** Valid JSON with an unusual number. */
    static String number(Random random) {
        return pick(NUMBERS, random);
    }

    static String header(Random random) {
        return pick(HEADERS, random);
    }

    static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
