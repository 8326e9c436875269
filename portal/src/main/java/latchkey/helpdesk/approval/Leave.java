package latchkey.helpdesk.approval;

/** Leave to carry out one action: a second person's yes, or the settings' word that none is needed. */
public sealed interface Leave permits Approval, Unneeded {}
