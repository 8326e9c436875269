package sandbox.graph.users;

/** Which comparisons a property allows (facts §4.3), first without and then with an advanced query. */
enum Filtering {
    NONE("", ""),
    ID("eq in", "ne not"),
    DISPLAY_NAME("eq in startsWith", "ge le ne not null"),
    PROFILE("eq ge le in startsWith", "ne not null"),
    MAIL("eq ge le in startsWith", "ne not null endsWith"),
    JOB_TITLE("eq ge le in", "startsWith ne not null"),
    PRINCIPAL_NAME("eq ge le in startsWith", "endsWith ne not"),
    FLAG("eq in", "ne not null"),
    TIME("eq ge le", "ne not in null"),
    EMPLOYEE_ID("eq startsWith", "ne not in null"),
    BUSINESS_PHONES("any eq", "startsWith not"),
    OTHER_MAILS("any eq ge le in startsWith", "endsWith not"),
    PROXY_ADDRESSES("any eq ge le startsWith", "endsWith not"),
    IDENTITIES("any", ""),
    // Facts §4.3: startsWith on custom attributes was reported failing in B2C.
    CUSTOM("eq", "ne not null startsWith in ge le"),
    ADVANCED_ONLY("", "eq in startsWith ne not null ge le");

    private final String plain;
    private final String advanced;

    Filtering(String plain, String advanced) {
        this.plain = " " + plain + " ";
        this.advanced = " " + advanced + " ";
    }

    boolean plainly(String operator) {
        return plain.contains(" " + operator + " ");
    }

    boolean ever(String operator) {
        return plainly(operator) || advanced.contains(" " + operator + " ");
    }

    /** Whether the property is a collection, to be asked with any. */
    boolean collection() {
        return plainly("any");
    }
}
