package se.lyhord.gateway.browse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that only explain. */
@Controller
class InfoController {

    private final Petitions petitions;

    InfoController(Petitions petitions) {
        this.petitions = petitions;
    }

    @GetMapping("/sa-fungerar-det")
    String how(Model model) {
        model.addAttribute("rules", petitions.rules().orElse(null));
        return "info/how";
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
