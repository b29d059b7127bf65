package se.lyhord.gateway.browse;

/** Why a published petition was taken down, shown to everybody. */
public enum TakeDownReason {
    PERSONAL_DATA,
    OFFENSIVE,
    UNLAWFUL,
    COPYRIGHT
}
