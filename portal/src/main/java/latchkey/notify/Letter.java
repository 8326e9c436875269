package latchkey.notify;

/** A mail in its final words. Never prints: it may hold a code or a link. */
record Letter(String subject, String text, String html) {

    @Override
    public String toString() {
        return "Letter";
    }
}
