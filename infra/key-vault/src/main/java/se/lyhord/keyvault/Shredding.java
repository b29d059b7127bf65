package se.lyhord.keyvault;

/**
 * A key's destruction, as the closing certificate names it.
 *
 * @param kind the kind of vault the key was destroyed in
 * @param generation the vault's first generation without the key
 */
public record Shredding(String kind, long generation) {}
