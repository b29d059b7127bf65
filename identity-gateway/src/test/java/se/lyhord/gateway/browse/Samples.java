package se.lyhord.gateway.browse;

import java.time.Instant;

/** What the services say, in the words of their contract. */
public final class Samples {

    public static final String ID = "0b0e7a52-5f5b-4a0e-9d3c-2f6a4f8f1c11";
    public static final String OTHER = "5c9d1a30-1f0b-4f5e-8f6a-6a1f2b3c4d5e";
    public static final String DIGEST =
            "9f2c41d706be53a8c1770d924fa3e08b9f2c41d706be53a8c1770d924fa3e08b";

    private Samples() {}

    /** A petition open for voting until {@code closes}. */
    public static String open(Instant closes, String title, String text) {
        return petition("OPEN", closes, title, text, true, false, "null", "null", "null");
    }

    public static String notReady(Instant closes) {
        return petition(
                "OPEN",
                closes,
                "Belysning vid sjön",
                "Sätt upp belysning.",
                false,
                false,
                "null",
                "null",
                "null");
    }

    public static String closed(Instant closes) {
        return petition(
                "CLOSED",
                closes,
                "Belysning vid sjön",
                "Sätt upp belysning.",
                true,
                false,
                "null",
                "null",
                "null");
    }

    public static String certified(Instant closes) {
        return petition(
                "CLOSED",
                closes,
                "Belysning vid sjön",
                "Sätt upp belysning.",
                true,
                true,
                "412",
                "null",
                "null");
    }

    public static String answered(Instant closes) {
        return petition(
                "ANSWERED",
                closes,
                "Belysning vid sjön",
                "Sätt upp belysning.",
                true,
                true,
                "412",
                "null",
                """
                {"decision":"ACCEPTED","decidedOn":"2026-03-19","committee":"TN","registryNumber":"TN 2026/0147","answer":"Belysningen sätts upp i höst.\\n\\nDen tänds när någon kommer."}
                """);
    }

    public static String hidden() {
        return """
        {"id":"%s","title":null,"text":null,"petitionerName":null,"language":"sv","state":"REJECTED",
         "submittedAt":"2026-02-26T09:00:00Z","opensAt":null,"closesAt":null,"revision":0,"textVersion":1,
         "rules":null,"votingReady":false,"certified":false,"finalCount":null,
         "rejection":{"reason":"OFFENSIVE","textHidden":true},"outcome":null,
         "timeline":[{"event":"SUBMITTED","day":"2026-02-26","details":{}},{"event":"REJECTED","day":"2026-02-27","details":{"reason":"OFFENSIVE"}}]}
        """
                .formatted(ID);
    }

    /** Open until {@code closes}, but taken down; or closed and certified, for good. */
    public static String takenDown(Instant closes, boolean forGood) {
        return """
        {"id":"%s","title":null,"text":null,"petitionerName":null,"language":"sv","state":"%s",
         "submittedAt":"2026-02-26T09:00:00Z","opensAt":"2026-03-03T08:00:00Z","closesAt":"%s","revision":1,"textVersion":1,
         "rules":{"version":1,"threshold":300,"minimumAge":13,"votingPeriod":"P90D"},"votingReady":false,"certified":%s,
         "finalCount":%s,"rejection":null,"takeDown":{"reason":"UNLAWFUL","forGood":%s},"outcome":null,
         "timeline":[{"event":"SUBMITTED","day":"2026-02-26","details":{}},{"event":"TAKEN_DOWN","day":"2026-03-04","details":{"reason":"UNLAWFUL"}}]}
        """
                .formatted(
                        ID,
                        forGood ? "CLOSED" : "OPEN",
                        closes,
                        forGood,
                        forGood ? "412" : "null",
                        forGood);
    }

    public static String list(String... items) {
        return list(items.length, items);
    }

    public static String list(int total, String... items) {
        return """
        {"items":[%s],"page":0,"size":20,"total":%d,
         "standings":{"OPEN":12,"ANSWERED":31,"REJECTED":171},"committees":{"TN":31}}
        """
                .formatted(String.join(",", items), total);
    }

    public static String item(
            String id,
            String title,
            String state,
            Instant closes,
            String outcome,
            String finalCount) {
        return """
        {"id":"%s","title":"%s","summary":"Kort om förslaget.","state":"%s","standing":"%s","opensAt":"2026-03-03T08:00:00Z",
         "closesAt":"%s","threshold":300,"rejectionReason":null,"outcome":%s,
         "committee":%s,"decidedOn":%s,"answer":null,"finalCount":%s,"trending":false}
        """
                .formatted(
                        id,
                        title,
                        state,
                        state.equals("CLOSED") ? "AWAITING_ANSWER" : state,
                        closes,
                        outcome,
                        outcome.equals("null") ? "null" : "\"TN\"",
                        outcome.equals("null") ? "null" : "\"2026-03-19\"",
                        finalCount);
    }

    public static String counting(String id, String count, String fewerThan) {
        return "{\"petitionId\":\"%s\",\"state\":\"COUNTING\",\"count\":%s,\"fewerThan\":%s,\"day\":null,\"digest\":null}"
                .formatted(id, count, fewerThan);
    }

    public static String ended(String id, String state) {
        return "{\"petitionId\":\"%s\",\"state\":\"%s\",\"count\":412,\"fewerThan\":null,\"day\":\"2026-01-15\",\"digest\":\"%s\"}"
                .formatted(id, state, DIGEST);
    }

    private static String petition(
            String state,
            Instant closes,
            String title,
            String text,
            boolean ready,
            boolean certified,
            String finalCount,
            String rejection,
            String outcome) {
        return """
        {"id":"%s","title":"%s","text":"%s","petitionerName":"Maria Ekdahl","language":"sv","state":"%s",
         "submittedAt":"2026-02-26T09:00:00Z","opensAt":"2026-03-03T08:00:00Z","closesAt":"%s","revision":1,"textVersion":1,
         "rules":{"version":1,"threshold":300,"minimumAge":13,"votingPeriod":"P90D"},"votingReady":%s,"certified":%s,
         "finalCount":%s,"rejection":%s,"outcome":%s,"something":"newer",
         "timeline":[{"event":"SUBMITTED","day":"2026-02-26","details":{}},{"event":"APPROVED","day":"2026-03-03","details":{}},
           {"event":"OPENED","day":"2026-03-03","details":{}},{"event":"SOMETHING_NEW","day":"2026-03-04","details":{}}%s]}
        """
                .formatted(
                        ID,
                        title,
                        text,
                        state,
                        closes,
                        ready,
                        certified,
                        finalCount,
                        rejection,
                        outcome,
                        certified
                                ? ",{\"event\":\"CLOSED\",\"day\":\"2026-06-01\",\"details\":{}},{\"event\":\"TALLIED\",\"day\":\"2026-06-01\",\"details\":{}},{\"event\":\"KEYS_DESTROYED\",\"day\":\"2026-06-01\",\"details\":{}},{\"event\":\"CERTIFIED\",\"day\":\"2026-06-01\",\"details\":{}}"
                                        + (outcome.equals("null")
                                                ? ""
                                                : ",{\"event\":\"OUTCOME\",\"day\":\"2026-03-19\",\"details\":{}}")
                                : "");
    }
}
