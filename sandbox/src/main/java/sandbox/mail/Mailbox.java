package sandbox.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.state.Restorable;

/** All mails that arrived, the newest 10,000 of them, in one mailbox whatever their address. */
@Component
public class Mailbox implements Restorable {

    private static final int MOST_MAILS_KEPT = 10_000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final SandboxClock clock;
    private long lastSeq;

    Mailbox(SandboxClock clock) {
        this.clock = clock;
    }

    synchronized Mail add(String from, List<String> to, Letter letter) {
        Mail mail = new Mail(
                ++lastSeq,
                clock.instant(),
                from,
                List.copyOf(to),
                letter.subject(),
                letter.text(),
                letter.html(),
                letter.links());
        mails.addLast(mail);
        if (mails.size() > MOST_MAILS_KEPT) {
            mails.removeFirst();
        }
        return mail;
    }

    /** The mails newer than {@code since}, oldest first; a blank address means every address. */
    public synchronized List<Mail> mailsTo(String address, long since) {
        return mails.stream()
                .filter(mail -> mail.seq() > since)
                .filter(mail -> address.isBlank() || mail.isTo(address))
                .toList();
    }

    /** The newest {@code limit} mails, newest first. */
    public synchronized List<Mail> newest(int limit) {
        return mails.reversed().stream().limit(limit).toList();
    }

    /** The mail with this number, empty when it was never there or has been dropped. */
    public synchronized Optional<Mail> mail(long seq) {
        return mails.stream().filter(mail -> mail.seq() == seq).findFirst();
    }

    /** Throws all mails away; numbers go on counting. */
    public synchronized void empty() {
        mails.clear();
    }

    @Override
    public void reset() {
        empty();
    }

    @Override
    public synchronized Runnable remember() {
        var then = List.copyOf(mails);
        return () -> putBack(then);
    }

    private synchronized void putBack(List<Mail> then) {
        mails.clear();
        mails.addAll(then);
    }
}
