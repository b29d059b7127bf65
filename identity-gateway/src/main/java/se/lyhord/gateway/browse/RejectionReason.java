package se.lyhord.gateway.browse;

/** Why a petition was rejected: the municipality's own catalogue, shown to everybody. */
public enum RejectionReason {
    NOT_MUNICIPAL,
    DUPLICATE,
    PERSONAL_DATA,
    OFFENSIVE,
    UNCLEAR,
    ADVERTISING
}
