package latchkey.helpdesk.verification;

/** The way by which a proof reaches us: two proofs stand for themselves only when they came by different ones. */
public enum Channel {
    MAIL,
    PHONE,
    SIGN_IN,
    /** No way at all: somebody else's word. */
    WORD
}
