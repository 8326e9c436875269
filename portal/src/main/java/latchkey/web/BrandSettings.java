package latchkey.web;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the brand looks and speaks.
 *
 * @param name what the pages call it
 * @param accent colour of buttons and links, readable under white text
 * @param logo a picture file (SVG, PNG, WebP or JPEG, at most 256 KB)
 * @param support what agents read at the foot of each page, such as whom to call
 * @param customerSupport what customers read at the foot of their pages
 */
@ConfigurationProperties("latchkey.brand")
record BrandSettings(
        @NotBlank @DefaultValue("Latchkey") String name,
        @ReadableUnderWhite @DefaultValue("#1f5f8b") String accent,
        @Nullable @BrandPicture Path logo,
        @Nullable String support,
        @Nullable String customerSupport) {}
