package ai.nominate.tenantmgr.host.command;

/**
 * Numbers of processes and threads that the kernel itself does not let the programs of one isolation exceed. Well above the watched
 * limit, which ends them and says why: this is what stops a fork bomb between two looks.
 *
 * @param processes of the user in the user namespace; 0 for none, as for root, whom the kernel does not hold to it
 * @param pids of the PID namespace; 0 for none
 */
record TaskBounds(int processes, int pids) {
    static final TaskBounds NONE = new TaskBounds(0, 0);

    /** The kernel gives the first pids of a namespace out only once. */
    private static final int RESERVED_PIDS = 301;

    /** @param tasks the watched limit; 0 for none */
    static TaskBounds of(int tasks, String kernel, boolean isRoot) {
        if (tasks <= 0) {
            return NONE;
        }
        int most = 2 * tasks;
        return new TaskBounds(
                !isRoot && isAtLeast(kernel, 5, 14)
                        ? most
                        : 0, // before, it counts the user's processes of all the machine
                isAtLeast(kernel, 6, 14) ? most + RESERVED_PIDS : 0); // before, it is one number for all the machine
    }

    private static boolean isAtLeast(String kernel, int major, int minor) {
        String[] parts = kernel.split("[^0-9]+");
        if (parts.length < 2 || parts[0].isEmpty()) {
            return false;
        }
        int found = Integer.parseInt(parts[0]);
        return found > major || found == major && Integer.parseInt(parts[1]) >= minor;
    }
}
