package sandbox.graph.users;

import org.jspecify.annotations.Nullable;
import sandbox.graph.filter.Evaluation;
import sandbox.graph.filter.Filter;
import sandbox.people.User;

/** A user as filters see one. */
record UserItem(User user) implements Evaluation.Item {

    @Override
    public @Nullable Object value(Filter.Path path) {
        var name = path.text();
        return name.equals("id") ? user.id() : user.property(name);
    }

    @Override
    public boolean each(Filter.Each each) {
        if (each.path().text().equals("identities")) {
            var clause = IdentityClause.of(each);
            return user.identities().stream().anyMatch(clause::fits);
        }
        return Evaluation.Item.super.each(each);
    }
}
