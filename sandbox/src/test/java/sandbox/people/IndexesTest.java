package sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who has which value, at a small size; {@link LargeCrowd} measures a large one. */
class IndexesTest {

    @Test
    void holdersAreTheSameAsOfAPlainMap() {
        var holders = new Holders();
        var plain = new HashMap<Long, Set<String>>();
        var random = new Random(7);

        for (var i = 0; i < 20_000; i++) {
            // Few hashes of the same low bits, so that many meet at one place.
            var hash = (long) random.nextInt(300) << 20 | random.nextInt(3);
            var id = "id-" + random.nextInt(3);
            if (random.nextInt(5) < 3) {
                holders.add(hash, id);
                plain.computeIfAbsent(hash, any -> new HashSet<>()).add(id);
            } else {
                holders.remove(hash, id);
                plain.getOrDefault(hash, new HashSet<>()).remove(id);
            }
        }

        assertThat(plain).allSatisfy((hash, ids) -> assertThat(holders.of(hash)).isEqualTo(ids));
        assertThat(holders.of(-1)).isEmpty();
    }

    @Test
    void peopleAreFoundByEveryWordOfTheirsAndNoLongerWhenTheyAreGone() {
        var indexes = new Indexes(new Members(Crowd.NOBODY));
        var ann = user("1", "Ann", "ann@example.com");
        var other = user("2", "ANN", "other@example.com");
        var zoe = user("3", "Zoë", "zoe@example.com");
        List.of(ann, other, zoe).forEach(indexes::add);

        assertThat(indexes.holders("displayName", "ann")).containsExactlyInAnyOrder("1", "2");
        assertThat(indexes.holders("displayName", "an")).isEmpty();
        assertThat(indexes.beginning("displayName", "AN")).containsExactlyInAnyOrder("1", "2");
        assertThat(indexes.holders("displayName", "ZOË")).containsExactly("3");
        assertThat(indexes.holders("extension_a_Number", "n-3")).containsExactly("3");
        assertThat(indexes.known("ANN@example.com")).containsExactly("1");
        assertThat(indexes.known(new Identity(Identity.EMAIL, "Contoso", "ann@example.com")))
                .containsExactly("1");
        assertThat(indexes.after("displayName", Indexes.sortKey("ann", "1")))
                .extracting(User::id)
                .containsExactly("2", "3");

        indexes.remove(ann);

        assertThat(indexes.holders("displayName", "ann")).containsExactly("2");
        assertThat(indexes.known("ann@example.com")).isEmpty();
        assertThat(indexes.after("displayName", "")).extracting(User::id).containsExactly("2", "3");
    }

    @Test
    void propertiesAreKeptAsTheyAre() {
        var whole =
                new TreeMap<String, Object>(Map.of("mail", "a@example.com", "accountEnabled", true, "city", "Brno"));

        var kept = PropertyMap.of(whole);

        assertThat(kept).isEqualTo(whole).hasSameHashCodeAs(whole).hasSize(3);
        assertThat(kept.get("city")).isEqualTo("Brno");
        assertThat(kept.containsKey("state")).isFalse();
        assertThat(kept.getOrDefault("state", "none")).isEqualTo("none");
        assertThat(kept.keySet()).containsExactly("accountEnabled", "city", "mail");
        assertThat(PropertyMap.of(kept)).isSameAs(kept);
    }

    private static User user(String id, String name, String address) {
        return new User(
                id,
                Map.of(
                        "displayName",
                        name,
                        "userPrincipalName",
                        id + "@contoso",
                        "extension_a_Number",
                        "N-" + id,
                        "identities",
                        List.of(
                                new Identity(Identity.EMAIL, "contoso", address),
                                new Identity(Identity.PRINCIPAL_NAME, "contoso", id + "@contoso"))),
                Methods.NONE,
                Set.of());
    }
}
