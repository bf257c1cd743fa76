#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace slipway
{

class CodeView;
class DetailsSubject;
class ElidedLabel;
class GlyphLabel;
class StatePage;

/// The manifest as the registry keeps it, byte for byte or set out for reading, and whether it is what its digest says.
class ManifestTab final : public QWidget
{
    Q_OBJECT
public:
    explicit ManifestTab(QWidget* parent = nullptr);

    /// The manifest of the version, or why there is none to see.
    void showSubject(const DetailsSubject& subject);
    /// `description` is what kind of document it is ("OCI index, 3 entries").
    void showDocument(const Digest& digest, const QByteArray& bytes, const QString& description,
                      const QDateTime& readAt);
    void showWaiting();
    void showError(const Error& error);
    void showNothing(const QString& title, const QString& sentence);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] CodeView& code() { return *m_code; }

Q_SIGNALS:
    void retryRequested();

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void showText();

    QByteArray m_bytes;
    QWidget* m_content;
    ElidedLabel* m_description = nullptr;
    QPushButton* m_raw = nullptr;
    CodeView* m_code;
    GlyphLabel* m_glyph = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_readAt = nullptr;
    StatePage* m_state;
    QStackedLayout* m_stack;
};

} // namespace slipway
