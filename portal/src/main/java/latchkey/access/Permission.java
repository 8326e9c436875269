package latchkey.access;

/** What an agent may be allowed to do, one name per single action; closed by default. */
public enum Permission {
    SEARCH_CUSTOMERS,
    VIEW_CUSTOMER,
    OPEN_CASE,
    VERIFY_CALLER,
    EDIT_ATTRIBUTES,
    RESET_PASSWORD,
    SHOW_GENERATED_PASSWORD,
    BLOCK_SIGN_IN,
    UNBLOCK_SIGN_IN,
    REVOKE_SESSIONS,
    GIVE_APPROVAL,
    HANDLE_ESCALATIONS,
    LIFT_FREEZE,
    VIEW_AUDIT,
    VIEW_SYNC,
    OPERATE_SYNC,
    VIEW_OPERATIONS,
    RAISE_CAUTION,
    END_SESSIONS,
    ERASE_CUSTOMER,
    OVERRIDE_VERIFICATION
}
