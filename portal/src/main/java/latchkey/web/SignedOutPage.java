package latchkey.web;

import latchkey.access.OpenToEveryone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the issuer sends agents after they signed out. */
@Controller
class SignedOutPage {

    @GetMapping("/signed-out")
    @OpenToEveryone(because = "Those who come here have just signed out.")
    String show(Model model) {
        model.addAttribute("signIn", true);
        return "web/signed-out";
    }
}
