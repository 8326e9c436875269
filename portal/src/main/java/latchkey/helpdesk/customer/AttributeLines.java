package latchkey.helpdesk.customer;

import java.text.NumberFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.helpdesk.customer.PendingChanges.PendingChange;
import latchkey.helpdesk.customer.PendingChanges.PendingChange.OfAttribute;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes attribute values the way the reader's language does. */
@Component
class AttributeLines {

    private final MessageSource messages;
    private final Moments moments;

    AttributeLines(MessageSource messages, Moments moments) {
        this.messages = messages;
        this.moments = moments;
    }

    /** A line for every attribute that the directory may hold, with or without a value. */
    List<AttributeLine> of(
            Customer customer, List<AttributeDefinition> definitions, List<PendingChange> pending, Locale locale) {
        var underWay = pendingByKey(pending);
        return definitions.stream()
                .map(definition -> line(definition, customer, underWay.get(definition.key()), locale))
                .toList();
    }

    /** The value for people to read, one text per value. */
    List<String> texts(@Nullable AttributeValue value, Locale locale) {
        return switch (value) {
            case null -> List.of();
            case AttributeValue.Text text -> List.of(text.text());
            case AttributeValue.Flag flag -> List.of(yesOrNo(flag.on(), locale));
            case AttributeValue.Whole whole ->
                List.of(NumberFormat.getIntegerInstance(locale).format(whole.number()));
            case AttributeValue.Moment moment -> List.of(moments.full(moment.instant(), locale));
            case AttributeValue.Bytes bytes -> List.of(size(bytes, locale));
            case AttributeValue.Texts texts -> texts.texts();
        };
    }

    private AttributeLine line(
            AttributeDefinition definition, Customer customer, @Nullable OfAttribute underWay, Locale locale) {
        var value = customer.attributes().get(definition.key());
        return new AttributeLine(
                definition, value, texts(value, locale), underWay, underWay == null ? null : pending(underWay, locale));
    }

    private AttributeLine.Pending pending(OfAttribute change, Locale locale) {
        return new AttributeLine.Pending(texts(change.value(), locale), moments.phrase(change.since(), locale));
    }

    private String yesOrNo(boolean on, Locale locale) {
        return messages.getMessage(on ? "attribute.yes" : "attribute.no", null, locale);
    }

    private String size(AttributeValue.Bytes bytes, Locale locale) {
        var length = Base64.getDecoder().decode(bytes.base64()).length;
        return messages.getMessage("attribute.bytes", new Object[] {length}, locale);
    }

    private static Map<AttributeKey, OfAttribute> pendingByKey(List<PendingChange> pending) {
        return pending.stream()
                .filter(OfAttribute.class::isInstance)
                .map(OfAttribute.class::cast)
                .collect(Collectors.toMap(OfAttribute::key, Function.identity(), (earlier, later) -> later));
    }
}
