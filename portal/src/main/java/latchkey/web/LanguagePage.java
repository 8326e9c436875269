package latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import latchkey.access.OpenToEveryone;
import latchkey.access.OwnPath;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and goes back to the page. */
@Controller
class LanguagePage {

    private final LocaleResolver language;

    LanguagePage(LocaleResolver language) {
        this.language = language;
    }

    @PostMapping("/language")
    @OpenToEveryone(because = "A language is no secret, and problems need one too.", onBothPorts = true)
    String change(
            @RequestParam String tag,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        language.setLocale(request, response, Locale.forLanguageTag(tag));
        return "redirect:" + OwnPath.of(back);
    }
}
