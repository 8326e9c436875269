package latchkey.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migration scripts of all modules.
 *
 * @param modules the ids of the modules that have some
 * @param fingerprint changes with any name or line of them
 */
record Scripts(SortedSet<String> modules, String fingerprint) {

    static final String FOLDERS = "db/migration/";

    static Scripts onTheClasspath() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDERS + "*/*.sql");
            return of(Arrays.asList(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scripts of(List<Resource> scripts) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        for (var script : scripts) {
            contents.put(module(script) + "/" + script.getFilename(), script.getContentAsByteArray());
        }
        var modules = new TreeSet<String>();
        contents.keySet().forEach(name -> modules.add(name.substring(0, name.indexOf('/'))));
        return new Scripts(modules, fingerprint(contents));
    }

    private static String module(Resource script) throws IOException {
        var path = Arrays.asList(script.getURL().getPath().split("/"));
        return path.get(path.size() - 2);
    }

    private static String fingerprint(TreeMap<String, byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
