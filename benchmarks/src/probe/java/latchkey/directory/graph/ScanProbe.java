package latchkey.directory.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.directory.AttributeKey;
import latchkey.directory.Directory;
import latchkey.directory.Scan;

/**
 * Everybody once through the adapter, and the same pages downloaded and not read. Prints the seconds of both, and how many
 * customers the adapter read. Arguments: the sandbox, a token.
 */
public final class ScanProbe {

    private static final int WARM_PAGES = 150;
    private static final String LINK = "\"@odata.nextLink\":\"";

    private ScanProbe() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Reach.forSync(arguments[0]);
        var bare = new Bare(arguments[1]);
        var wanted = wanted(directory);
        var first = arguments[0] + "/v1.0/users?$select=id,"
                + wanted.stream().sorted().map(AttributeKey::name).collect(Collectors.joining(",")) + "&$top=999";
        var scan = directory.scan();
        download(bare, first, WARM_PAGES);
        read(scan, wanted, WARM_PAGES);
        var begun = System.nanoTime();
        download(bare, first, Integer.MAX_VALUE);
        var downloaded = System.nanoTime();
        var customers = read(scan, wanted, Integer.MAX_VALUE);
        var read = System.nanoTime();
        System.out.println((read - downloaded) / 1e9);
        System.out.println((downloaded - begun) / 1e9);
        System.out.println(customers);
        System.exit(0);
    }

    private static Set<AttributeKey> wanted(Directory directory) {
        return Set.of(
                AttributeKey.DISPLAY_NAME,
                AttributeKey.GIVEN_NAME,
                AttributeKey.SURNAME,
                AttributeKey.MAIL,
                directory.identifyingAttributes().getFirst().key());
    }

    private static long read(Scan scan, Set<AttributeKey> wanted, int pages) {
        return scan.pages(wanted, null)
                .limit(pages)
                .mapToLong(page -> page.rows().size())
                .sum();
    }

    private static void download(Bare bare, String first, int pages) throws IOException {
        var next = first;
        for (var page = 0; page < pages && next != null; page++) {
            next = link(bare.get(next));
        }
    }

    private static String link(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var begin = text.indexOf(LINK);
        return begin < 0 ? null : text.substring(begin + LINK.length(), text.indexOf('"', begin + LINK.length()));
    }
}
