package sandbox;

/** Ids of the people with stories, as the seed fixes them. */
public final class Customers {

    public static final String MARIA_BLOCKED = id(1);
    public static final String TOM_TWO_NAMES = id(2);
    public static final String FAY_FEDERATED = id(3);
    public static final String NOAH_NO_MAIL = id(4);
    public static final String LAYLA = id(7);
    public static final String CONOR_ONEIL = id(8);
    public static final String PIA_PLUS = id(9);
    public static final String JAN = id(10);
    public static final String ADA_ADMIN = id(16);

    public static final String ISSUER = "contosocustomers.onmicrosoft.com";
    public static final String NUMBER = "extension_b2ce0000000040008000000000000001_CustomerNumber";
    public static final String BRAND = "extension_b2ce0000000040008000000000000001_Brand";
    public static final String PREFIX = "extension_b2ce0000000040008000000000000001_";

    private Customers() {}

    private static String id(int number) {
        return "c0000000-0000-4000-8000-%012d".formatted(number);
    }
}
