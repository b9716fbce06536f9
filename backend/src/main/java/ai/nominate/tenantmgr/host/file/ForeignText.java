package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads a text of a tree that others wrote, such as a release. Follows no link in any part of the path, opens nothing but regular
 * files, reads no more than a limit, and takes UTF-8 only: a path of a release may lead to the manager's own secrets or to a device
 * without end.
 */
public final class ForeignText {
    private ForeignText() {}

    /**
     * @param root a directory that the manager knows; may itself be reached by a link
     * @param name relative to the root, without {@code ..}
     * @param mostBytes larger files are refused
     * @throws Unreadable with a reason for people
     */
    public static String read(Path root, String name, int mostBytes) throws Unreadable {
        Path path = Path.of(name);
        if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..") || name.isEmpty()) {
            throw new Unreadable("must be a path inside the application");
        }
        try (DirectoryStream<Path> directory = Files.newDirectoryStream(root)) {
            return text(in(secure(directory), path, mostBytes));
        } catch (NoSuchFileException missing) {
            throw new Unreadable("does not exist");
        } catch (IOException e) {
            throw new Unreadable("cannot be read");
        }
    }

    private static byte[] in(SecureDirectoryStream<Path> directory, Path path, int mostBytes)
            throws IOException, Unreadable {
        Path first = path.getName(0);
        BasicFileAttributes kind = directory
                .getFileAttributeView(first, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        if (kind.isSymbolicLink()) {
            throw new Unreadable("must not be a symbolic link, nor lie behind one (" + first + ")");
        }
        if (path.getNameCount() == 1) {
            return file(directory, first, kind, mostBytes);
        }
        if (!kind.isDirectory()) {
            throw new Unreadable("does not exist: " + first + " is not a directory");
        }
        try (SecureDirectoryStream<Path> inner = directory.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
            return in(inner, path.subpath(1, path.getNameCount()), mostBytes);
        }
    }

    private static byte[] file(
            SecureDirectoryStream<Path> directory, Path name, BasicFileAttributes kind, int mostBytes)
            throws IOException, Unreadable {
        if (kind.isDirectory()) {
            throw new Unreadable("must be a file, and is a directory");
        }
        if (!kind.isRegularFile()) {
            throw new Unreadable("must be a regular file");
        }
        try (SeekableByteChannel channel =
                directory.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), mostBytes) + 1);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until its end, or one byte more than allowed
            }
            if (bytes.position() > mostBytes) {
                throw new Unreadable("must be at most " + size(mostBytes));
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    private static String text(byte[] bytes) throws Unreadable {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Unreadable("must be UTF-8 text, and is not in line " + line);
        }
    }

    private static String size(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws Unreadable {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        throw new Unreadable("cannot be read safely on this file system");
    }

    /** Why a file is not read: a sentence without its subject, for people. */
    public static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }
}
