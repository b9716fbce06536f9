package ai.nominate.tenantmgr.host.command;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;

/** Where classes and other files of the application lie, found without loading a class. */
public final class ClassFiles {
    private ClassFiles() {}

    /** The jar or the directory of a class. */
    public static Path of(String type) {
        return holder(type.replace('.', '/') + ".class");
    }

    /**
     * The jar or the directory of a file.
     *
     * @param name from the root of the class path
     * @throws IllegalStateException if it is not there, or in no jar and no directory
     */
    public static Path holder(String name) {
        URL url = ClassFiles.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new IllegalStateException("the application has no " + name);
        }
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path file = Path.of(url.toURI());
            return file.getRoot()
                    .resolve(file.subpath(0, file.getNameCount() - Path.of(name).getNameCount()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("no file is " + url, e);
        }
    }
}
