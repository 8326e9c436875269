package latchkey.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The brand, ready to be shown. */
@Component
public class Brand {

    private static final Map<String, String> PICTURES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "webp", "image/webp", "jpg", "image/jpeg");

    private final BrandSettings settings;

    private final byte @Nullable [] logo;

    Brand(BrandSettings settings) throws IOException {
        this.settings = settings;
        this.logo = settings.logo() == null ? null : Files.readAllBytes(settings.logo());
    }

    public String name() {
        return settings.name();
    }

    /** What agents read at the foot of each page. */
    public @Nullable String support() {
        return settings.support();
    }

    /** What customers read at the foot of their pages. */
    public @Nullable String customerSupport() {
        return settings.customerSupport();
    }

    public boolean hasLogo() {
        return logo != null;
    }

    /** The style sheet that carries the brand's colour into the pages, which may hold no style of their own. */
    String styles() {
        return ":root { --brand: " + settings.accent() + "; }\n";
    }

    byte @Nullable [] logo() {
        return logo;
    }

    MediaType logoType() {
        var file = settings.logo();
        var type = file == null ? null : pictureType(file);
        return type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type);
    }

    static @Nullable String pictureType(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return PICTURES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
