#pragma once

#include <QWidget>

class QLabel;

namespace slipway
{

class GlyphLabel;

/// One setting: what it is called, a sentence about it, and at the right what changes it.
class SettingRow final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the control over and gives it the row's words as name and description.
    SettingRow(const QString& title, const QString& sentence, QWidget* control, QWidget* parent);

    /// Other words that people look for it by.
    void setSynonyms(const QString& words) { m_synonyms = words; }
    /// Whether each of these words is in what the row says, what can be chosen in it, or its synonyms. `section` is the
    /// heading it stands under.
    [[nodiscard]] bool matches(const QStringList& words, const QString& section) const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;
    /// Says something else, as a warning or as usual.
    enum class Kind { Usual, Warning };
    void setSentence(const QString& sentence, Kind kind = Kind::Usual);

private:
    void fitSentence();

    QLabel* m_title;
    QLabel* m_sentence;
    QWidget* m_control;
    QString m_synonyms;
    GlyphLabel* m_glyph; ///< of a warning
};

} // namespace slipway
