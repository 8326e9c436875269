package latchkey.directory.graph.quota;

import java.util.List;

/** The permits of all budgets that one kind of call needs. */
record Purses(List<Purse> each) {

    /** Pays from every purse, or from none. */
    boolean pay(Cost cost) {
        var now = System.nanoTime();
        for (var paid = 0; paid < each.size(); paid++) {
            if (!each.get(paid).pay(amount(cost, each.get(paid)), now)) {
                each.subList(0, paid).forEach(purse -> purse.putBack(amount(cost, purse)));
                return false;
            }
        }
        return true;
    }

    void fill(Cost cost) {
        var now = System.nanoTime();
        each.forEach(purse -> purse.fill(amount(cost, purse), now));
    }

    boolean areInDebt() {
        return each.stream().anyMatch(Purse::isInDebt);
    }

    void owe(Budget budget, long permits) {
        each.stream().filter(purse -> purse.shared().budget() == budget).forEach(purse -> purse.owe(permits));
    }

    private static int amount(Cost cost, Purse purse) {
        return cost.amounts().getOrDefault(purse.shared().budget(), 0);
    }
}
