package latchkey.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the modules' messages: each module brings a file of its own name, so nobody keeps a list. */
@Configuration(proxyBeanMethods = false)
class MessageFiles {

    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(names());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static String[] names() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .map(String::valueOf)
                .filter(file -> !file.contains("_"))
                .map(file -> "messages/" + file.substring(0, file.length() - ".properties".length()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
