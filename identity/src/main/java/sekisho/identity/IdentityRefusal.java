package sekisho.identity;

/** Why a proof of identity is not taken: a code (the name), and a sentence for people in English and Japanese. */
public enum IdentityRefusal {
    CHALLENGE_UNKNOWN("This request was not made here.", "この要求は発行されたものではありません。"),
    CHALLENGE_USED("This request was answered before. Start again.", "この要求は使用済みです。最初からやり直してください。"),
    CHALLENGE_EXPIRED("This took too long. Start again.", "時間切れです。最初からやり直してください。"),
    TOO_LARGE("What was sent is larger than allowed.", "送信されたデータが大きすぎます。"),
    MALFORMED("What was sent cannot be read.", "送信されたデータを読み取れません。"),
    WEAK_ALGORITHM("The key or the algorithm is too weak.", "鍵または暗号方式の強度が不足しています。"),

    AUTHENTICATION_CERTIFICATE(
            "This is the certificate for logging in. The certificate for signatures is needed.",
            "利用者証明用の電子証明書です。署名用の電子証明書が必要です。"),
    POLICY_NOT_ACCEPTED("The certificate was issued for another purpose.", "電子証明書の用途が異なります。"),
    CERTIFICATE_EXPIRED("The certificate has expired.", "電子証明書の有効期限が切れています。"),
    CERTIFICATE_NOT_YET_VALID("The certificate is not valid yet.", "電子証明書の有効期間が始まっていません。"),
    ISSUER_NOT_TRUSTED("The certificate was not issued by an authority that is trusted here.", "電子証明書の発行者を信頼できません。"),
    REVOKED_BY_CRL("The certificate was revoked, its issuer's list says.", "電子証明書は失効しています（失効リスト）。"),
    REVOKED_BY_OCSP("The certificate was revoked, its issuer answers.", "電子証明書は失効しています（オンライン照会）。"),
    REVOCATION_UNKNOWN(
            "Whether the certificate was revoked cannot be found out now. Try again later.",
            "電子証明書の失効情報を確認できません。しばらくしてからやり直してください。"),
    SIGNATURE_WRONG("The signature does not belong to this request and this certificate.", "署名がこの要求と電子証明書に一致しません。"),
    ATTRIBUTE_MISSING("Name, birth date or address is missing.", "氏名、生年月日または住所がありません。"),

    SECURITY_OBJECT_WRONG("The passport's data was not signed by its issuer.", "旅券のデータに発行者の正しい署名がありません。"),
    DATA_GROUP_CHANGED("The passport's data was changed after it was signed.", "旅券のデータが署名後に変更されています。"),
    NO_ACTIVE_AUTHENTICATION("The passport's chip cannot prove that it is no copy.", "旅券のICチップが複製でないことを確認できません。"),
    ACTIVE_AUTHENTICATION_WRONG(
            "The passport's chip is a copy, or belongs to another request.", "旅券のICチップの応答が正しくありません。"),
    CHECK_DIGIT_WRONG("A check digit of the passport's data is wrong.", "旅券データの検査数字が一致しません。"),
    DOCUMENT_EXPIRED("The document has expired.", "本人確認書類の有効期限が切れています。"),

    CLAIMS_MISSING("The provider sent no verified claims.", "確認済みの本人情報が提供されていません。"),
    PROVIDER_NOT_ACCEPTED("This identity provider is not accepted here.", "この本人確認事業者は利用できません。"),
    TRUST_FRAMEWORK_NOT_ACCEPTED("The provider verified by rules that are not accepted here.", "本人確認の方式が受け入れられません。"),
    EVIDENCE_NOT_ACCEPTED("The provider verified by evidence that is not accepted here.", "本人確認に使われた書類が受け入れられません。"),
    VERIFIED_IN_THE_FUTURE("The provider's date of verification lies in the future.", "本人確認の日付が未来になっています。"),
    VERIFIED_TOO_LONG_AGO("The provider verified too long ago.", "本人確認から時間が経ちすぎています。");

    private final String english;
    private final String japanese;

    IdentityRefusal(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }
}
