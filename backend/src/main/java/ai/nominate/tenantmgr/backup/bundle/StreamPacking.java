package ai.nominate.tenantmgr.backup.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Packs files that come as an archive which the tenant itself has made: takes of it what a bundle may have, and says what it leaves.
 * Needs the same memory however many there are.
 */
public final class StreamPacking {
    private static final int MOST_SENTENCES = 20;
    private static final Set<Byte> FILES = Set.of(TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM);

    private final ArchiveNames names = new ArchiveNames();
    private final List<String> leftOut = new ArrayList<>();
    private final Runnable stillAllowed;
    private final long mostBytes;
    private long left;
    private long taken;
    private long read;
    private long files;
    private String sum = "";

    /**
     * @param stillAllowed called before each file; throws to end the work
     * @param mostBytes of all files together, as they are when they are unpacked: holes and further names of a file count in full
     */
    public StreamPacking(Runnable stillAllowed, long mostBytes) {
        this.stillAllowed = stillAllowed;
        this.mostBytes = mostBytes;
    }

    /** @param from where files lie in the archive; others are left out */
    public StreamPacking with(String name, String from) {
        names.put(from, name);
        return this;
    }

    /** Reads the archive to its end. */
    public void copy(InputStream in, OutputStream out) throws IOException {
        BoundedHeads bounded = new BoundedHeads(in);
        ArchiveWriter archive = new ArchiveWriter(out);
        TarArchiveInputStream tar = new TarArchiveInputStream(bounded, StandardCharsets.UTF_8.name());
        bounded.head();
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            bounded.content();
            stillAllowed.run();
            take(archive, entry, tar);
            PartReader.drain(tar); // what is passed over is not a head
            bounded.head();
        }
        bounded.content();
        PartReader.drain(bounded);
        archive.finish();
        read = bounded.bytes();
        files = archive.files();
        sum = archive.sum();
    }

    private void take(ArchiveWriter archive, TarArchiveEntry entry, InputStream content) throws IOException {
        Optional<String> name = names.of(entry.getName());
        if (name.isEmpty()) {
            leave(entry.getName() + " has a name that no other machine could be sure to read");
        } else if (entry.isSymbolicLink()) {
            link(archive, name.get(), entry.getLinkName());
        } else if (entry.isDirectory()) {
            archive.directory(name.get());
        } else if (FILES.contains(entry.getLinkFlag())) {
            file(archive, name.get(), entry, content);
        } else {
            leave(name.get() + " is no file");
        }
    }

    private void file(ArchiveWriter archive, String name, TarArchiveEntry entry, InputStream content)
            throws IOException {
        long size = entry.getSize();
        taken += size;
        if (size < 0 || taken > mostBytes) {
            throw new IOException("The files of the tenant, holes and all, would be bigger than the disk: look at "
                    + name + " (" + size + " bytes)");
        }
        archive.file(name, size, entry.getLastModifiedTime(), (entry.getMode() & 0100) != 0, content);
    }

    private void link(ArchiveWriter archive, String name, String leads) throws IOException {
        if (ArchiveNames.stays(name, leads)) {
            archive.link(name, leads);
        } else {
            leave("the link " + name + " leads to " + leads + ", outside");
        }
    }

    private void leave(String sentence) {
        left++;
        if (leftOut.size() < MOST_SENTENCES) {
            leftOut.add(sentence);
        }
    }

    public long files() {
        return files;
    }

    /** Bytes that were read. */
    public long read() {
        return read;
    }

    /** A sum of names, kinds and contents of files, in any order; times do not count. */
    public String sum() {
        return sum;
    }

    /** Sentences about what was not taken, for people: the first ones, and how many more there are. */
    public List<String> leftOut() {
        List<String> sentences = new ArrayList<>(leftOut);
        if (left > leftOut.size()) {
            sentences.add("and " + (left - leftOut.size()) + " more");
        }
        return sentences;
    }
}
