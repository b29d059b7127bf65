package se.lyhord.local.run;

import java.util.Map;

/** What people in Ekeby want to change. */
enum DemoPetition {
    TREES(
            "Plantera fler träd på Stora torget",
            """
            På sommaren är Stora torget så varmt att få vill sitta där. Sten och asfalt lagrar \
            värmen, och det finns nästan ingen skugga mellan fontänen och busshållplatsen.

            Jag föreslår att kommunen planterar minst tolv träd i en rad längs södra sidan, med \
            bänkar under. Välj gärna arter som klarar torka. Träden ger skugga, binder damm och \
            tar hand om regnvatten.""",
            "Karin Holmqvist"),
    LIGHTS(
            "Belys gångvägen mellan Björkdalen och skolan",
            """
            Många barn går eller cyklar till Björkdalsskolan genom skogsdungen. Mellan oktober \
            och mars är det mörkt både när skolan börjar och när den slutar.

            Sätt upp låga stolpar med lampor som tänds när någon kommer. Då blir vägen tryggare \
            utan att hela dungen lyses upp på natten.""",
            "Föräldraföreningen i Björkdalen"),
    LIBRARY(
            "Håll biblioteket öppet på söndagar",
            """
            Biblioteket är stängt på söndagar, den dag då många familjer är lediga samtidigt. \
            Låt det vara öppet mellan klockan 12 och 16, gärna som meröppet utan personal till \
            att börja med.""",
            "Yusuf Demir"),
    BIKES(
            "Fler laddplatser för elcyklar vid resecentrum",
            """
            Allt fler pendlar med elcykel till tåget, men vid resecentrum finns bara fyra uttag. \
            Bygg en låsbar cykelplats under tak med minst trettio laddplatser.""",
            "Pendlare i Ekeby"),
    TAX(
            "Sänk skatten på bensin",
            """
            Bensinen är för dyr för oss som bor på landet och behöver bilen för att komma till \
            jobbet. Kommunen borde sänka skatten med en krona litern.""",
            "Roland B");

    private final String title;
    private final String text;
    private final String petitioner;

    DemoPetition(String title, String text, String petitioner) {
        this.title = title;
        this.text = text;
        this.petitioner = petitioner;
    }

    Map<String, String> submission() {
        return Map.of("title", title, "text", text, "petitionerName", petitioner, "language", "sv");
    }
}
