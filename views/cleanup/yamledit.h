#pragma once

#include <QPlainTextEdit>

namespace slipway
{

/// YAML to be edited, with the numbers of its lines beside it.
class YamlEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit YamlEdit(QWidget* parent = nullptr);

    /// What becomes of a text in it: of every line end and paragraph separator it makes a line feed.
    [[nodiscard]] static QString kept(const QString& text);
    /// What stands in it, to the letter: toPlainText() makes spaces of no-break spaces.
    [[nodiscard]] QString text() const;
    /// Only what differs is replaced: the cursor stays, and it is one step back.
    void replaceText(const QString& text);
    /// Underlines what is wrong from a column of a line on, both from 1; line 0: nothing is.
    void markFault(qsizetype line, qsizetype column);
    void goTo(qsizetype line, qsizetype column);
    /// Of the numbers.
    [[nodiscard]] int marginWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QTextCursor placeOf(qsizetype line, qsizetype column) const;
    void fitMargin();
    void paintMargin(const QRect& what);

    QWidget* m_margin;
    qsizetype m_faultLine = 0;
    qsizetype m_faultColumn = 0;
};

} // namespace slipway
