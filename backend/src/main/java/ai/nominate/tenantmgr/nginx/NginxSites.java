package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Applies sites to NGINX: writes a generation, tests it, activates it in one step, and waits until a probe confirms it.
 * An invalid generation changes nothing. One at a time; concurrent requests are combined.
 */
public final class NginxSites {
    private final NginxSettings settings;
    private final NginxProcess process;
    private final PublicProbe probe;
    private final RandomGenerator random;
    private final Generations generations;
    private final CandidateTest candidate;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Wish open = new Wish();
    private PreparedGeneration prepared;

    /** @param random source of probe tokens: a SecureRandom outside of tests */
    public NginxSites(
            NginxSettings settings, Runner runner, NginxProcess process, PublicProbe probe, RandomGenerator random) {
        this.settings = settings;
        this.process = process;
        this.probe = probe;
        this.random = random;
        this.generations = new Generations(settings);
        this.candidate = new CandidateTest(settings, runner);
    }

    /** The ids of certificates that the kept generations name: one of them may be served again. */
    Set<String> certificates() {
        return generations.certificates();
    }

    /** @see #apply(Supplier, Permit) */
    public ApplyResult apply(Collection<Site> sites, Permit permit) {
        return apply(() -> sites, permit);
    }

    /**
     * Makes NGINX serve exactly these sites. Blocks until confirmed, usually well under a second.
     *
     * @param sites read when it is this call's turn, and skipped if a later call has joined it: so two callers that
     *     read the database at different times cannot undo each other's change
     * @throws PermitLost if the permit is lost; NGINX keeps serving the previous generation
     */
    public ApplyResult apply(Supplier<? extends Collection<Site>> sites, Permit permit) {
        Wish wish = join(sites);
        turn.lock();
        try {
            if (wish.answer == null) {
                close(wish);
                wish.answer = serve(wish.sites.get(), permit);
            }
            return wish.answer;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Writes and tests what an {@link #apply} of these sites will bring in, so that it has only that to do. Visitors get what they got
     * before.
     *
     * @return the reason why the apply would be refused, which it finds again; empty if there is none
     * @throws PermitLost if the permit is lost
     */
    public Optional<ApplyResult.Refused> prepare(Supplier<? extends Collection<Site>> sites, Permit permit) {
        turn.lock();
        try {
            permit.check();
            NginxDirectories.prepare(settings);
            Map<String, String> files = files(RenderedMaps.of(sites.get(), SiteMaps.parse(generations::read)));
            if (generations.says(files) || fresh(files).isPresent()) {
                return Optional.empty();
            }
            NewGeneration made = make(files);
            Optional<ApplyResult.Refused> fault = candidate.test(generations.directory(made.number()), files);
            prepared = fault.isEmpty() ? new PreparedGeneration(made, generations.current(), files) : null;
            generations.prune();
            return fault;
        } finally {
            turn.unlock();
        }
    }

    /** The served maps, by file name, without probe tokens. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        NginxConf.render(settings, "").keySet().forEach(name -> files.put(name, generations.read(name)));
        for (MapFile map : MapFile.values()) {
            files.put(map.fileName(), generations.read(map.fileName()));
        }
        files.remove(NginxConf.CANDIDATE);
        return files;
    }

    /**
     * Tests the served generation again: its files may have been edited, and what they name may be gone. Changes nothing.
     *
     * @return what NGINX refuses; empty if it would start with it, or if nothing is served yet
     */
    public Optional<ApplyResult.Refused> test() {
        turn.lock();
        try {
            return generations.current().isPresent()
                    ? candidate.test(generations.directory(generations.current().getAsLong()), files())
                    : Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Tests the served generation and makes NGINX read it anew, such as after a change of certificates outside of the manager.
     * Blocks until new workers have taken over.
     *
     * @return {@link ApplyResult.Unchanged} when it was read, or why not; NGINX then works as before
     * @throws PermitLost if the permit is lost; nothing was done
     */
    public ApplyResult reload(Permit permit) {
        turn.lock();
        try {
            permit.check();
            OptionalLong current = generations.current();
            if (current.isEmpty()) {
                return new ApplyResult.Refused("", 0, "NGINX serves nothing yet");
            }
            Optional<ApplyResult.Refused> fault = test();
            if (fault.isPresent()) {
                return fault.get();
            }
            long generation = current.getAsLong();
            Optional<String> reason = process.running()
                    ? process.reload(generation, permit)
                    : NginxStart.reason(process.startOrAdopt(permit));
            return reason.<ApplyResult>map(why -> new ApplyResult.Refused("", 0, why))
                    .orElseGet(() -> new ApplyResult.Unchanged(generation, List.of()));
        } finally {
            turn.unlock();
        }
    }

    /** The number of the served generation; empty before the first. */
    public OptionalLong generation() {
        return generations.current();
    }

    /**
     * The last line for a tenant in slots.map: {@code ports,release,routes} of slot a, a bar, those of slot b.
     */
    public Optional<String> entry(TenantSlug slug) {
        return SiteMaps.parse(generations::read).entry(slug);
    }

    private synchronized Wish join(Supplier<? extends Collection<Site>> sites) {
        open.sites = sites;
        return open;
    }

    private synchronized void close(Wish wish) {
        if (open == wish) {
            open = new Wish();
        }
    }

    private ApplyResult serve(Collection<Site> sites, Permit permit) {
        permit.check();
        NginxDirectories.prepare(settings);
        RenderedMaps rendered = RenderedMaps.of(sites, SiteMaps.parse(generations::read));
        Map<String, String> files = files(rendered);
        OptionalLong current = generations.current();
        if (generations.says(files)) {
            return unchanged(current.getAsLong(), rendered, permit);
        }
        Optional<NewGeneration> tested = fresh(files);
        prepared = null;
        NewGeneration next = tested.orElseGet(() -> make(files));
        Optional<ApplyResult.Refused> fault =
                tested.isPresent() ? Optional.empty() : candidate.test(generations.directory(next.number()), files);
        if (fault.isPresent()) {
            generations.prune();
            return fault.get();
        }
        permit.check();
        return bringIn(next.number(), current, next.token(), permit)
                .<ApplyResult>map(reason -> new ApplyResult.Refused("", 0, reason))
                .orElseGet(() -> new ApplyResult.Changed(next.number(), rendered.setAside()));
    }

    private Map<String, String> files(RenderedMaps rendered) {
        Map<String, String> files = new TreeMap<>(rendered.files());
        files.putAll(NginxConf.render(settings, settings.userDirective()));
        return files;
    }

    /** The prepared generation, if it has these files and nothing was written since. */
    private Optional<NewGeneration> fresh(Map<String, String> files) {
        return Optional.ofNullable(prepared)
                .filter(ready -> ready.files().equals(files)
                        && ready.before().equals(generations.current())
                        && ready.made().number() == generations.next() - 1)
                .map(PreparedGeneration::made);
    }

    private NewGeneration make(Map<String, String> files) {
        NewGeneration made = new NewGeneration(generations.next(), ProbeToken.fresh(random));
        Map<String, String> all = new TreeMap<>(files);
        all.put(Generations.NUMBER, String.format(Locale.ROOT, "default %06d;\n", made.number()));
        all.put(Generations.PROBES, probes(made.token()));
        generations.write(made.number(), all);
        return made;
    }

    private ApplyResult unchanged(long generation, RenderedMaps rendered, Permit permit) {
        return switch (process.startOrAdopt(permit)) {
            case NginxStart.Refused refused -> new ApplyResult.Refused("", 0, refused.reason());
            case NginxStart.Adopted ignored -> new ApplyResult.Unchanged(generation, rendered.setAside());
            case NginxStart.Started ignored -> new ApplyResult.Unchanged(generation, rendered.setAside());
        };
    }

    /**
     * @return the reason NGINX does not serve it; the previous generation is then restored, except at the first start
     */
    private Optional<String> bringIn(long next, OptionalLong before, ProbeToken token, Permit permit) {
        boolean running = process.running();
        generations.use(next, permit);
        Optional<String> fault = running ? process.reload(next, permit) : start(token, permit);
        if (fault.isEmpty()) {
            probe.use(token);
            generations.prune();
        } else if (running && before.isPresent()) {
            generations.use(before.getAsLong(), permit);
            process.signalReload(permit);
        }
        return fault;
    }

    private Optional<String> start(ProbeToken token, Permit permit) {
        probe.use(token);
        return NginxStart.reason(process.startOrAdopt(permit));
    }

    private String probes(ProbeToken token) {
        String address = settings.probeAddress();
        return token.lines(address)
                + probe.token().map(known -> known.lines(address)).orElse("");
    }

    /** Callers waiting for the same turn, the sites of the last one, and the shared result. */
    private static final class Wish {
        private Supplier<? extends Collection<Site>> sites;
        private ApplyResult answer;
    }
}
