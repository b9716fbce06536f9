package ai.nominate.tenantmgr.host.machine;

import java.util.List;

/** Reads the lines {@code Name: 123 kB} of {@code /proc/meminfo} and {@code /proc/self/status}. */
record MemoryLines(List<String> lines) {
    /** @throws IllegalArgumentException if there is no such line */
    long bytes(String name) {
        return lines.stream()
                        .filter(line -> line.startsWith(name + ":") && line.endsWith(" kB"))
                        .map(line -> line.substring(name.length() + 1, line.length() - 3)
                                .strip())
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no line of " + name))
                * 1024;
    }
}
