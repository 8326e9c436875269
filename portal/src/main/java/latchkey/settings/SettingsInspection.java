package latchkey.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Checks the whole file against the settings that the modules registered, before any part of them starts. */
final class SettingsInspection implements BeanFactoryPostProcessor {

    private final SettingsFile file;

    SettingsInspection(SettingsFile file) {
        this.file = file;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        new SettingsCheck(file.path(), file.documents(), System::getenv).refuseMistakes(settingsIn(beans));
    }

    /** Spring Boot names such beans prefix, dash, class: reading the names creates no bean and loads no class. */
    private static List<Class<?>> settingsIn(ConfigurableListableBeanFactory beans) {
        return Stream.of(beans.getBeanDefinitionNames())
                .filter(name -> name.startsWith("latchkey") && name.contains("-latchkey."))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(className(beans, name), beans.getBeanClassLoader()))
                .toList();
    }

    private static String className(ConfigurableListableBeanFactory beans, String name) {
        return Objects.requireNonNull(beans.getBeanDefinition(name).getBeanClassName());
    }
}
