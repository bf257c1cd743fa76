#pragma once

#include <QIcon>
#include <QLineEdit>

#include <optional>

namespace slipway
{

/// What is wrong with the text of a field, and where.
struct FieldFault final {
    qsizetype position = 0; ///< in characters
    qsizetype length = 0;
    QString sentence; ///< for people
};

/// A field to search or filter with: an icon before the text, a button that clears it. Escape clears it, then leaves;
/// Down and Enter leave for what is searched. A fault is underlined at its place; the sentence belongs below the field,
/// and is its accessible description.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    SearchField(const QString& name, const QIcon& icon, QWidget* parent = nullptr);

    void setFault(const std::optional<FieldFault>& fault);
    [[nodiscard]] const std::optional<FieldFault>& fault() const { return m_fault; }

Q_SIGNALS:
    /// The keyboard should go to what is searched.
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void underline();
    void offerClearing();

    QIcon m_icon;
    std::optional<FieldFault> m_fault;
};

} // namespace slipway
