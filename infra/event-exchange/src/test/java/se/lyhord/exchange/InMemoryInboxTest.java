package se.lyhord.exchange;

class InMemoryInboxTest extends InboxConformance {

    private final InMemoryInboxStore store = new InMemoryInboxStore();

    @Override
    InboxStore store() {
        return store;
    }
}
