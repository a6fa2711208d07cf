package dev.idpscripts.workspace.yaml;

import java.math.BigDecimal;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes values so that every reader takes them for what they are: {@link YamlJson} first of all. */
public class PlainRepresenter extends Representer {

    private static final int LONGEST = 40;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public PlainRepresenter(DumperOptions options) {
        super(options);
        // SnakeYAML writes some characters as base64, which no reader of ours takes for text.
        representers.put(String.class, text -> representScalar(Tag.STR, (String) text, ScalarStyle.PLAIN));
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
        if (Tag.STR.equals(tag) && (Lookalike.isOne(value) || value.indexOf(BYTE_ORDER_MARK) >= 0)) {
            return super.representScalar(tag, value, ScalarStyle.DOUBLE_QUOTED);
        }
        return super.representScalar(tag, Tag.FLOAT.equals(tag) ? decimal(value) : value, style);
    }

    /** {@code 1.0E-7} is no number to every reader, {@code 100} is a whole one to all. */
    private static String decimal(String value) {
        BigDecimal number = new BigDecimal(value);
        String plain = number.toPlainString();
        if (plain.length() > LONGEST) {
            String digits = number.toString();
            return digits.contains(".") ? digits : digits.replace("E", ".0E");
        }
        return plain.contains(".") ? plain : plain + ".0";
    }
}
