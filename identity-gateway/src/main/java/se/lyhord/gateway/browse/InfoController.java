package se.lyhord.gateway.browse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that explain, and the one that sums up. */
@Controller
class InfoController {

    private final Petitions petitions;
    private final Outages outages;
    private final Freshness freshness;
    private final String publicUrl;

    InfoController(
            Petitions petitions,
            Outages outages,
            Freshness freshness,
            @Value("${lyhord.public-url:}") String publicUrl) {
        this.petitions = petitions;
        this.outages = outages;
        this.freshness = freshness;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/sa-fungerar-det")
    String how(Model model) {
        model.addAttribute("rules", petitions.rules().orElse(null));
        return "info/how";
    }

    @GetMapping("/avbrott")
    String outages(Model model) {
        model.addAttribute("outages", outages.declared());
        return "info/outages";
    }

    @GetMapping("/statistik")
    String statistics(Model model) {
        Answer<Statistics> answer = petitions.statistics();
        model.addAttribute("statistics", answer.value());
        model.addAttribute("standings", Standing.values());
        freshness.mark(model, answer.staleSince());
        return "info/statistics";
    }

    @GetMapping("/oppna-data")
    String openData(Model model) {
        model.addAttribute("site", publicUrl);
        return "info/open-data";
    }

    @GetMapping("/integritet")
    String privacy() {
        return "info/privacy";
    }

    @GetMapping("/tillganglighet")
    String accessibility() {
        return "info/accessibility";
    }

    @GetMapping("/kakor")
    String cookies() {
        return "info/cookies";
    }
}
