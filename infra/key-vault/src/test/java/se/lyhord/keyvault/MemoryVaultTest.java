package se.lyhord.keyvault;

class MemoryVaultTest extends KeyVaultConformance {

    private final MemoryVault.Shared shared = new MemoryVault.Shared();

    @Override
    KeyVault open() {
        return new MemoryVault(shared, orderKeys);
    }
}
