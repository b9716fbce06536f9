package ai.nominate.tenantmgr.kernel.mask;

import ai.nominate.tenantmgr.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Finds secrets in bytes, in one pass whose time does not depend on their number: the automaton of Aho and Corasick,
 * "Efficient string matching" (1975). Our own, because the libraries for it work on whole strings in memory and know no
 * white space. Immutable.
 *
 * <p>White space of any kind and length counts as one blank, so that a key of several lines is found with other line ends,
 * with an indent and in one line. Of a secret longer than {@link #MATCHED} bytes the beginning is matched and all is masked.
 */
public final class SecretMatcher {
    public static final SecretMatcher NONE = new SecretMatcher(List.of());

    static final int ROOT = 0;
    static final byte BLANK = ' ';
    private static final int MATCHED = 1024;
    /** 17 bytes each. Beyond it further forms are left out, the values themselves never. */
    private static final int MOST_NODES = 1_000_000;

    private static final int NOTHING = -1;

    private byte[] labels = new byte[64];
    private int[] firstChild = new int[64];
    private int[] fail = new int[64];
    private int[] depths = new int[64];
    /** The length of the longest pattern that ends here. */
    private int[] found = new int[64];

    private final Map<Integer, Integer> tails = new HashMap<>();
    private final int[] fromRoot = new int[256];
    private final BitSet branches = new BitSet();
    private final Map<Long, Integer> moreChildren = new HashMap<>();
    private int nodes = 1;
    private int deepest;

    private SecretMatcher(Collection<Secret> secrets) {
        Arrays.fill(fromRoot, NOTHING);
        firstChild[ROOT] = NOTHING;
        List<Set<String>> forms = secrets.stream().map(SecretForms::of).toList();
        forms.forEach(values -> values.stream().findFirst().ifPresent(value -> add(value, true)));
        forms.forEach(values -> values.forEach(value -> add(value, false)));
        secrets.forEach(secret -> SecretForms.lines(secret).forEach(line -> add(line, false)));
        link();
    }

    public static SecretMatcher of(Collection<Secret> secrets) {
        return secrets.isEmpty() ? NONE : new SecretMatcher(Set.copyOf(secrets));
    }

    public boolean isEmpty() {
        return nodes == 1;
    }

    /** The text with each secret replaced. */
    public String mask(String text) {
        if (isEmpty() || text == null) {
            return text;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MaskedStream stream = new MaskedStream(this, (bytes, length) -> out.write(bytes, 0, length));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.feed(bytes, bytes.length);
        stream.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The lines with each secret replaced, also one of several lines: then there are fewer. */
    public List<String> mask(List<String> lines) {
        return isEmpty() || lines.isEmpty()
                ? lines
                : List.of(mask(String.join("\n", lines)).split("\n", -1));
    }

    /** {@link #NOTHING}, or the node that follows by this byte. */
    private int child(int node, byte label) {
        if (node == ROOT) {
            return fromRoot[label & 0xFF];
        }
        int first = firstChild[node];
        if (first == NOTHING || labels[first] == label) {
            return first; // a node without a first child has none
        }
        return branches.get(node) ? moreChildren.getOrDefault(key(node, label), NOTHING) : NOTHING;
    }

    boolean has(int node, byte label) {
        return child(node, label) != NOTHING;
    }

    /** The node of the longest beginning of a pattern that ends with this byte. */
    int next(int node, byte label) {
        int from = node;
        int next = child(from, label);
        while (next == NOTHING && from != ROOT) {
            from = fail[from];
            next = child(from, label);
        }
        return next == NOTHING ? ROOT : next;
    }

    boolean isBlank(int node) {
        return labels[node] == BLANK;
    }

    int depth(int node) {
        return depths[node];
    }

    int found(int node) {
        return found[node];
    }

    /** How many bytes that are no white space belong to the secret found here, beyond its matched beginning. */
    int tail(int node) {
        return tails.isEmpty() ? 0 : tails.getOrDefault(node, 0);
    }

    /** In nodes, the root among them. */
    int size() {
        return nodes;
    }

    int deepest() {
        return deepest;
    }

    private void add(String form, boolean always) {
        byte[] pattern = form.strip().replaceAll("[ \t\r\n]+", " ").getBytes(StandardCharsets.UTF_8);
        int length = Math.min(pattern.length, MATCHED);
        if (!always && nodes + length > MOST_NODES) {
            return;
        }
        int node = ROOT;
        for (int i = 0; i < length; i++) {
            int next = child(node, pattern[i]);
            node = next == NOTHING ? addChild(node, pattern[i]) : next;
        }
        found[node] = length;
        deepest = Math.max(deepest, length);
        int tail = 0;
        for (int i = length; i < pattern.length; i++) {
            tail += pattern[i] == BLANK ? 0 : 1;
        }
        if (tail > 0) {
            tails.merge(node, tail, Math::max);
        }
    }

    private int addChild(int parent, byte label) {
        grow();
        int node = nodes++;
        labels[node] = label;
        depths[node] = depths[parent] + 1;
        firstChild[node] = NOTHING;
        if (parent == ROOT) {
            fromRoot[label & 0xFF] = node;
        } else if (firstChild[parent] == NOTHING) {
            firstChild[parent] = node;
        } else {
            branches.set(parent);
            moreChildren.put(key(parent, label), node);
        }
        return node;
    }

    private void grow() {
        if (nodes == labels.length) {
            int more = nodes * 2;
            labels = Arrays.copyOf(labels, more);
            firstChild = Arrays.copyOf(firstChild, more);
            fail = Arrays.copyOf(fail, more);
            depths = Arrays.copyOf(depths, more);
            found = Arrays.copyOf(found, more);
        }
    }

    /** Level by level: where to go on when the next byte does not fit, and what ends within a longer beginning. */
    private void link() {
        Map<Integer, ArrayList<Integer>> more = new HashMap<>();
        moreChildren.forEach((key, child) -> more.computeIfAbsent((int) (key >> 8), node -> new ArrayList<>())
                .add(child));
        Queue<Integer> level = new ArrayDeque<>();
        Arrays.stream(fromRoot).filter(node -> node != NOTHING).forEach(level::add);
        while (!level.isEmpty()) {
            int node = level.remove();
            if (firstChild[node] != NOTHING) {
                link(node, firstChild[node], level);
            }
            more.getOrDefault(node, new ArrayList<>()).forEach(child -> link(node, child, level));
        }
    }

    private void link(int parent, int node, Queue<Integer> level) {
        fail[node] = next(fail[parent], labels[node]);
        found[node] = Math.max(found[node], found[fail[node]]);
        if (tails.containsKey(fail[node])) {
            tails.merge(node, tails.get(fail[node]), Math::max);
        }
        level.add(node);
    }

    private static long key(int node, byte label) {
        return (long) node << 8 | label & 0xFF;
    }
}
