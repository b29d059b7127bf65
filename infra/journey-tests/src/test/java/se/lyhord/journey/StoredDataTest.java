package se.lyhord.journey;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What all the other steps have left behind. */
@Order(100)
class StoredDataTest extends Journey {

    StoredDataTest(RunningSystem running) {
        super(running);
    }

    @Test
    @Order(16)
    void nothingIsStoredThatIsNotDeclared() throws Exception {
        ErasureInventory inventory = ErasureInventory.read();
        inventory.holdDatabases(running().system());
        inventory.holdTopics(RunningSystem.STATE);
        inventory.holdFiles(RunningSystem.STATE);
    }
}
