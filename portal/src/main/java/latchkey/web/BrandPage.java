package latchkey.web;

import java.time.Duration;
import latchkey.access.OpenToEveryone;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The brand's colour and logo, as files of both ports. */
@Controller
@OpenToEveryone(because = "Every page shows the brand, the sign-in's own problems included.", onBothPorts = true)
class BrandPage {

    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

    private final Brand brand;

    BrandPage(Brand brand) {
        this.brand = brand;
    }

    @GetMapping("/brand/brand.css")
    ResponseEntity<String> styles() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(brand.styles());
    }

    @GetMapping("/brand/logo")
    ResponseEntity<byte[]> logo() {
        var logo = brand.logo();
        return logo == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(AN_HOUR)
                        .contentType(brand.logoType())
                        .body(logo);
    }
}
