package latchkey.api;

/**
 * A problem in words.
 *
 * @param title what it is called
 * @param detail what happened
 * @param advice what to do now
 */
public record ProblemWords(String title, String detail, String advice) {}
