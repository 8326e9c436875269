package latchkey.notify;

/** What a mail server or a provider of text messages makes of something that is handed over. */
sealed interface Answer {

    /** It has taken responsibility (RFC 5321 §4.2.5). */
    record Taken() implements Answer {}

    /** It will never take it (5yz, RFC 5321 §4.2.1). */
    record Refused(String words) implements Answer {}

    /** It could not be reached, or asks to come again (4yz). */
    record Away(String words) implements Answer {}
}
