package latchkey.audit;

import java.util.Random;
import java.util.UUID;

/** What somebody without the keys can do to a trail, its anchors or an export of it. */
enum Tampering {
    EDITS_A_BODY {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyOf(trail, random);
            replace(trail, place, body(trail, place, altered(entry(trail, place).body(), random)));
            return Place.of(place);
        }
    },
    EDITS_A_COLUMN {
        @Override
        boolean isSeenInAnExport() {
            return false;
        }

        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyOf(trail, random);
            replace(trail, place, withOtherColumn(entry(trail, place), random));
            return Place.of(place);
        }
    },
    EDITS_A_HASH {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyOf(trail, random);
            var entry = entry(trail, place);
            replace(trail, place, new StoredEntry(entry.sequence(), entry.body(), Crypto.random(32), entry.beside()));
            return Place.of(place);
        }
    },
    REMOVES_AN_ENTRY {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyButTheLast(trail, random);
            trail.entries.remove(place - 1);
            if (random.nextBoolean()) {
                renumber(trail, place);
            }
            return Place.of(place);
        }
    },
    SWAPS_TWO_ENTRIES {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyButTheLast(trail, random);
            var other = place + 1 + random.nextInt(trail.length() - place);
            var first = entry(trail, place);
            replace(trail, place, numbered(entry(trail, other), place));
            replace(trail, other, numbered(first, other));
            return Place.of(place);
        }
    },
    EXCHANGES_TWO_BODIES {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyButTheLast(trail, random);
            var other = place + 1 + random.nextInt(trail.length() - place);
            var first = entry(trail, place).body();
            replace(trail, place, body(trail, place, entry(trail, other).body()));
            replace(trail, other, body(trail, other, first));
            return Place.of(place);
        }
    },
    INSERTS_A_FORGED_ENTRY {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyOf(trail, random);
            var body = entry(trail, place).body().replace("kim", "sam");
            var hash = Crypto.sha256(before(trail, place), utf8(body));
            trail.entries.add(place - 1, fitting(place, body, hash, Crypto.random(32)));
            renumber(trail, place + 1);
            return Place.after(trail, place);
        }
    },
    REPLAYS_AN_OLD_ENTRY {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyButTheLast(trail, random) + 1;
            trail.entries.add(place - 1, entry(trail, 1 + random.nextInt(place - 1)));
            renumber(trail, place);
            return Place.of(place);
        }
    },
    MOVES_AN_ENTRY_TO_ANOTHER_CUSTOMER {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyOf(trail, random);
            var entry = entry(trail, place);
            var body = entry.body().replace("c0000000-0000-4000", "c0000000-0000-4001");
            var hash = random.nextBoolean() ? Crypto.sha256(before(trail, place), utf8(body)) : entry.hash();
            replace(trail, place, fitting(place, body, hash, mac(entry)));
            return Place.after(trail, place);
        }
    },
    RECOMPUTES_THE_CHAIN {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var place = anyOf(trail, random);
            var hash = before(trail, place);
            for (int at = place; at <= trail.length(); at++) {
                var entry = entry(trail, at);
                var body = at == place ? entry.body().replace("kim", "sam") : entry.body();
                hash = Crypto.sha256(hash, utf8(body));
                replace(trail, at, fitting(at, body, hash, mac(entry)));
            }
            return Place.after(trail, place);
        }
    },
    CUTS_THE_TAIL {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var last = random.nextInt((int) trail.lastAnchored());
            trail.entries.subList(last, trail.length()).clear();
            return Place.of(last + 1);
        }
    },
    EDITS_AN_ANCHOR {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            var index = random.nextInt(trail.anchors.size());
            var anchor = trail.anchors.get(index);
            var signature = anchor.line().indexOf("\"signature\"");
            var line = alteredDigit(anchor.line().substring(0, signature), random)
                    + anchor.line().substring(signature);
            trail.anchors.set(index, new CopyOfTrail.AnchorLine(anchor.place(), line));
            return Place.ofTheAnchors();
        }
    },
    REMOVES_AN_ANCHOR {
        @Override
        Place apply(CopyOfTrail trail, Random random) {
            trail.anchors.remove(random.nextInt(trail.anchors.size() - 1));
            return Place.ofTheAnchors();
        }
    };

    /**
     * Where it was done.
     *
     * @param first the first entry that is not as it was written; 0 when it is an anchor
     * @param from who has no secret key sees it from here on at the earliest, because an anchor vouches for all before
     * @param to and here at the latest
     */
    record Place(long first, long from, long to) {

        static Place of(long first) {
            return new Place(first, first, first);
        }

        static Place ofTheAnchors() {
            return new Place(0, 0, 0);
        }

        static Place after(CopyOfTrail trail, long first) {
            return new Place(first, trail.anchoredBefore(first) + 1, Math.max(first + 1, trail.anchoredFrom(first)));
        }
    }

    abstract Place apply(CopyOfTrail trail, Random random);

    /** Columns are the database's own; an export has none. */
    boolean isSeenInAnExport() {
        return true;
    }

    private static int anyOf(CopyOfTrail trail, Random random) {
        return 1 + random.nextInt(trail.length());
    }

    private static int anyButTheLast(CopyOfTrail trail, Random random) {
        return 1 + random.nextInt(trail.length() - 1);
    }

    private static StoredEntry entry(CopyOfTrail trail, int place) {
        return trail.entries.get(place - 1);
    }

    private static void replace(CopyOfTrail trail, int place, StoredEntry entry) {
        trail.entries.set(place - 1, entry);
    }

    private static StoredEntry body(CopyOfTrail trail, int place, String body) {
        var entry = entry(trail, place);
        return new StoredEntry(entry.sequence(), body, entry.hash(), entry.beside());
    }

    private static StoredEntry numbered(StoredEntry entry, long sequence) {
        return new StoredEntry(sequence, entry.body(), entry.hash(), entry.beside());
    }

    private static StoredEntry fitting(long sequence, String body, byte[] hash, byte[] mac) {
        return new StoredEntry(
                sequence, body, hash, new StoredEntry.Beside(mac, StoredEntry.Columns.of(Body.parse(body))));
    }

    private static void renumber(CopyOfTrail trail, int from) {
        for (int place = from; place <= trail.length(); place++) {
            replace(trail, place, numbered(entry(trail, place), place));
        }
    }

    private static byte[] before(CopyOfTrail trail, int place) {
        return place == 1 ? Link.BEGINNING.hash() : entry(trail, place - 1).hash();
    }

    private static byte[] mac(StoredEntry entry) {
        return java.util.Objects.requireNonNull(entry.beside()).mac();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** One letter or digit becomes another. */
    private static String altered(String text, Random random) {
        var index = random.ints(0, text.length())
                .filter(at -> Character.isLetterOrDigit(text.charAt(at)))
                .findFirst()
                .orElseThrow();
        var other = text.charAt(index) == 'x' ? 'y' : 'x';
        return text.substring(0, index) + other + text.substring(index + 1);
    }

    private static String alteredDigit(String text, Random random) {
        var index = random.ints(0, text.length())
                .filter(at -> Character.isDigit(text.charAt(at)))
                .findFirst()
                .orElseThrow();
        var other = (char) ('0' + (text.charAt(index) - '0' + 1 + random.nextInt(9)) % 10);
        return text.substring(0, index) + other + text.substring(index + 1);
    }

    private static StoredEntry withOtherColumn(StoredEntry entry, Random random) {
        var beside = java.util.Objects.requireNonNull(entry.beside());
        var is = beside.columns();
        var other = UUID.randomUUID();
        var columns =
                switch (random.nextInt(9)) {
                    case 0 -> columns(other, is.kind(), is.at(), is.actor(), is.action(), is.subject(), is);
                    case 1 -> columns(is.id(), "other", is.at(), is.actor(), is.action(), is.subject(), is);
                    case 2 ->
                        columns(is.id(), is.kind(), is.at().plusNanos(1000), is.actor(), is.action(), is.subject(), is);
                    case 3 -> columns(is.id(), is.kind(), is.at(), "sam", is.action(), is.subject(), is);
                    case 4 -> columns(is.id(), is.kind(), is.at(), is.actor(), "other", is.subject(), is);
                    case 5 -> columns(is.id(), is.kind(), is.at(), is.actor(), is.action(), null, is);
                    case 6 ->
                        new StoredEntry.Columns(
                                is.id(),
                                is.kind(),
                                is.at(),
                                is.actor(),
                                is.action(),
                                is.subject(),
                                other,
                                is.announcement());
                    case 7 ->
                        new StoredEntry.Columns(
                                is.id(), is.kind(), is.at(), is.actor(), is.action(), is.subject(), is.caseId(), other);
                    default -> is;
                };
        var mac = columns == is ? Crypto.random(32) : beside.mac();
        return new StoredEntry(entry.sequence(), entry.body(), entry.hash(), new StoredEntry.Beside(mac, columns));
    }

    private static StoredEntry.Columns columns(
            UUID id,
            String kind,
            java.time.Instant at,
            String actor,
            String action,
            @org.jspecify.annotations.Nullable Subject subject,
            StoredEntry.Columns rest) {
        return new StoredEntry.Columns(id, kind, at, actor, action, subject, rest.caseId(), rest.announcement());
    }
}
