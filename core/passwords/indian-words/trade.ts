/** Shops, brands, money and the words of online trade in India. Own list. */
export const TRADE_WORDS = `
  flipkart amazon myntra meesho snapdeal ajio nykaa jiomart indiamart tradeindia shopify shopclues paytm phonepe
  gpay googlepay bhim upi razorpay payu cashfree ccavenue instamojo mobikwik swiggy zomato blinkit zepto bigbasket
  dunzo ola uber rapido oyo makemytrip irctc redbus delhivery bluedart dtdc ecomexpress xpressbees shiprocket
  shadowfax indiapost jio jiofiber reliance airtel vodafone idea vi bsnl mtnl hotstar tata tatasky maruti suzuki
  mahindra bajaj hero herohonda splendor pulsar royalenfield bullet activa scooty nano alto swift innova thar
  scorpio bolero hdfc icici sbi axis kotak pnb canara bankofbaroda unionbank yesbank idfc indusind lic zerodha groww
  upstox amul parle parleg britannia haldiram haldirams dabur patanjali himalaya godrej titan tanishq fabindia
  raymond bata lakme mamaearth boat asianpaints fevicol nirma surfexcel colgate maggi thumsup limca frooti rasna
  bisleri wagh bakri taj oberoi infosys wipro tcs gst gstin gstportal tally tallyprime pan pancard aadhaar aadhar
  adhar udyam msme invoice bill billing cash cashbook khata hisab udhar paisa paise rupaya rupee rupees lakh crore
  lakhpati crorepati bazaar bazar mandi dukan dukaan kirana store stores traders trader trading enterprise
  enterprises textiles sarees saree kurti kurta lehenga jewellers jewellery handicrafts handloom exports impex
  agency agencies wholesale retail mart emporium bhandar creation creations fashion collection boutique admin
  admin123 admin1234 administrator seller sellers vendor shop shopadmin shopowner manager owner office accounts
  account accountant staff team support sales order orders customer customers delivery courier warehouse godown
  stock inventory welcome password pass login user test demo temp changeme secret default master root
`;
